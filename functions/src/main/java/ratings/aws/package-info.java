/**
 * Adapters of the domain's ports, named for the vendor: the only place that knows the AWS SDK. May
 * use the domain.
 */
package ratings.aws;
