/**
 * The HTTP API in front of functions, as AWS makes it: routes, payload format 2.0, CORS, the JWT
 * authorizer, and an issuer of tokens for development.
 */
package ratings.local.http;
