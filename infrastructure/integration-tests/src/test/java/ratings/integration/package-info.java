/**
 * What a user does, over HTTP, against the stack of template.yaml; and openapi.yaml, events/,
 * template.yaml and the functions held together.
 */
package ratings.integration;
