/**
 * Sample data for the local stack: two workspaces, their lines, and weeks of conversations, written
 * through the functions' own adapters as if it had been then. May use everything of the functions;
 * runs in a process of its own.
 */
package ratings.sample;
