/**
 * Settings of a workspace and its lines, how they fall back level by level, and the ports that keep
 * them. May use scores and documents.
 */
package ratings.domain.settings;
