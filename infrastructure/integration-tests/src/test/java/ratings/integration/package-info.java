/** What a user does, over HTTP, against the stack of template.yaml. */
package ratings.integration;
