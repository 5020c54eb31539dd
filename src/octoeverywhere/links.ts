import { belongsToOctoEverywhere } from './origin.ts';

/** Where the app is joined to OctoEverywhere. */
export interface Service {
  /** `https://octoeverywhere.com`, or what `OCTOGLANCE_ORIGIN` put in its place. */
  readonly origin: URL;
  /** The id that OctoEverywhere assigned to this app. */
  readonly appId: string;
}

/** The pages of OctoEverywhere and of OctoGlance itself that the app leads to, by the names the window uses. */
export type FixedLink = 'perks' | 'dashboard' | 'support' | 'error-codes' | 'get-started' | 'whats-new' | 'report';

/** The addresses the app may open in the browser, and no others. */
export interface Links {
  link(name: FixedLink): URL;
  /**
   * The page of a printer, or null when the address that the service named leads anywhere but to OctoEverywhere over https
   * (API §4): a hostile answer must not be able to open a file, a program or a foreign page.
   */
  printerPage(address: string | null): URL | null;
}

/** The links of API §4. Documentation and releases have hosts of their own, which no other origin replaces. */
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
