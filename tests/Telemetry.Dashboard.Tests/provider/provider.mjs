// An OpenID provider written by others, with its own sign-in pages for development: any name, any password.
import Provider from "oidc-provider";

const [port, redirect] = process.argv.slice(2);
const provider = new Provider(`http://localhost:${port}`, {
  clients: [{ client_id: "telemetry", client_secret: "a secret of the test and of nobody else", redirect_uris: [redirect], token_endpoint_auth_method: "client_secret_post" }],
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@ville.example` }) }),
  claims: { openid: ["sub"], email: ["email"] },
  conformIdTokenClaims: false,
});
provider.listen(Number(port), () => console.log("ready"));
