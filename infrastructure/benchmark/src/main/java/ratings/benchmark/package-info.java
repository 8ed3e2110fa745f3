/**
 * The benchmark: runs the artifact as Lambda does, beside what it is compared with, and prints what
 * promises.md promises under "Fast and cheap". May use everything; nothing uses it.
 */
package ratings.benchmark;
