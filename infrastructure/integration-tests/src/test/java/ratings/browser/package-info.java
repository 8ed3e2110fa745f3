/**
 * Tests of what people see, in a real browser and against the same running stack: the page behind a
 * request's link and the mail that leads there. They need a Chromium; the build finds Debian's.
 */
package ratings.browser;
