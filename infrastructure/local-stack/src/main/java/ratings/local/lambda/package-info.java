/**
 * Runs functions as Lambda does: each in JVMs of its own, with the real runtime interface client
 * against a small Runtime API on loopback. Knows functions by the template's records; knows nothing
 * of what calls them.
 */
package ratings.local.lambda;
