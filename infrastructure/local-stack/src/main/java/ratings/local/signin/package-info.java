/**
 * Signing in at the development issuer: OAuth's code flow with PKCE, as an identity provider does
 * it, but that one chooses who to be. Knows forms and rules, neither pages nor keys.
 */
package ratings.local.signin;
