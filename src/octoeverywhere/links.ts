import { belongsToOctoEverywhere } from './origin.ts';

/** How the app connects to OctoEverywhere. */
export interface Service {
  /** `https://octoeverywhere.com`, or its replacement from `OCTOGLANCE_ORIGIN`. */
  readonly origin: URL;
  /** The id that OctoEverywhere assigned to this app. */
  readonly appId: string;
}

/** The pages of OctoEverywhere and OctoGlance that the app links to, by the names the window uses. */
export type FixedLink = 'perks' | 'dashboard' | 'support' | 'error-codes' | 'get-started' | 'whats-new' | 'report';

/** The only addresses that the app may open in the browser. */
export interface Links {
  link(name: FixedLink): URL;
  /**
   * Returns the page of a printer; null when the reported address is not one of OctoEverywhere over https: a
   * hostile response must not be able to open a file, a program or a foreign page.
   */
  printerPage(address: string | null): URL | null;
}

/** Creates the links. Documentation and releases are on other hosts, which `origin` does not replace. */
export function createLinks({ origin, appId }: Service): Links {
  const addresses: Readonly<Record<FixedLink, string>> = {
    perks: `/appportal/v1/nosupporterperks?appid=${encodeURIComponent(appId)}`,
    dashboard: '/dashboard',
    support: '/support',
    'error-codes': 'https://docs.octoeverywhere.com/error-codes/',
    'get-started': '/getstarted',
    'whats-new': 'https://github.com/octoglance/OctoGlance/releases/latest',
    report: 'https://github.com/octoglance/OctoGlance/issues/new?template=problem.yml',
  };
  return {
    link: (name) => new URL(addresses[name], origin),
    printerPage: (address) => {
      if (address === null || !URL.canParse(address)) return null;
      const page = new URL(address);
      return belongsToOctoEverywhere(page, origin) ? page : null;
    },
  };
}
