/**
 * @typedef {{ name: string, version: string, 'bom-ref': string, purl: string, properties?: { name: string, value: string }[] }} Component
 * @typedef {{ ref: string, dependsOn?: string[] }} Dependency
 * @typedef {{ components: Component[], dependencies: Dependency[], metadata: { component: { 'bom-ref': string, name: string } } }} Bill
 */

/**
 * Reduces the CycloneDX bill of everything installed to what ships. The app itself depends on each component.
 * @template {Bill} B
 * @param {B} whole as `npm sbom` prints it
 * @param {readonly { name: string, version: string }[]} shipped
 * @returns {B}
 * @throws {Error} if npm doesn't know a package that ships
 */
export function shippedBill(whole, shipped) {
  const components = shipped.map(({ name, version }) => {
    // By package URL: npm names an aliased package such as keytar after its folder.
    const found = whole.components.find(({ purl }) => purl === `pkg:npm/${name.replace('@', '%40')}@${version}`);
    if (found === undefined) throw new Error(`${name} ${version} ships, but npm's bill of materials does not have it.`);
    // npm marks bundled libraries as development dependencies, but these ship.
    const properties = found.properties?.filter((one) => one.name !== 'cdx:npm:package:development');
    return { ...found, ...(properties === undefined ? {} : { properties }) };
  });
  const kept = new Set(components.map((component) => component['bom-ref']));
  const self = whole.metadata.component['bom-ref'];
  const dependencies = whole.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  // npm names the app after the folder it was built in.
  const component = { ...whole.metadata.component, name: 'octoglance' };
  const metadata = { ...whole.metadata, component };
  return { ...whole, metadata, components, dependencies: [{ ref: self, dependsOn: [...kept] }, ...dependencies] };
}
