/** What a process has cost: read by the benchmark and in the measured JVMs alike. */
package ratings.benchmark.processor;
