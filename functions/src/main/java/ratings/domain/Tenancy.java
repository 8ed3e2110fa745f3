package ratings.domain;

/**
 * How the token of a caller names its tenant and its teammate in this installation.
 *
 * @param workspaceClaim names the tenant
 * @param teammateClaim names the teammate, for whom {@code sub} stands in
 * @param onlyWorkspace the tenant of tokens without that claim; blank where they are refused
 */
public record Tenancy(String workspaceClaim, String teammateClaim, String onlyWorkspace) {}
