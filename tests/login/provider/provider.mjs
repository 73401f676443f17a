// An OpenID provider that looks like a Danish broker, for the tests of the door; on loopback only.
// Its one argument is JSON: port, jwks, clients. It says "ready" and runs until it is ended.
import Provider from "oidc-provider";

const { port, jwks, clients } = JSON.parse(process.argv[2]);
const nsis = (level) => `https://data.gov.dk/concept/core/nsis/${level}`;
const citizen = { identity_type: "private", idp: "mitid", name: "Bruno Test Elmer" };
const staff = { identity_type: "professional", idp: "mitid_erhverv", name: "Tove Holder" };
const privilege = (...names) => [JSON.stringify({ cvr: "12345678", p: names, c: [] })];
const users = {
  borger: citizen,
  svag: { ...citizen, loa: nsis("Low") },
  tovholder: { ...staff, privilege: privilege("urn:dk:landfast:coordinator", "urn:dk:other:x") },
  svagholder: { ...staff, loa: nsis("Low") },
  fremmed: { ...staff, privilege: privilege("urn:dk:other:x") },
};

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: clients.map((client) => ({
    response_types: ["code"], grant_types: ["authorization_code"], ...client,
  })),
  jwks,
  pkce: { required: () => true },
  scopes: ["openid", "profile"],
  claims: {
    openid: ["sub", "sid", "auth_time", "amr", "loa", "idp", "identity_type", "privilege"],
    profile: ["name"],
  },
  conformIdTokenClaims: false,
  // its own fetch refuses to call an address like ours, which is on loopback
  fetch: (url, options) => {
    delete options.dispatcher;
    return globalThis.fetch(url, options);
  },
  features: {
    devInteractions: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    backchannelLogout: { enabled: true },
  },
  cookies: { keys: ["only-for-tests"] },
  async findAccount(_, id) {
    const claims = users[id.split("-")[0]] || { identity_type: "test" };
    return { accountId: id, claims: async () => ({ sub: id, loa: nsis("Substantial"), ...claims }) };
  },
});
provider.listen(port, "127.0.0.1", () => console.log("ready"));
