/**
 * Reads {@code template.yaml}, strictly: what a part of it means on this machine is known, or it is
 * named as ignored, or it is an error. Gives plain records; knows nothing of what runs them.
 */
package ratings.local.template;
