/// The HTTP frame: limits, time limits, safe headers, and a problem document for every error.
///
/// Every class that depends on the internals of Netty, Vert.x or RESTEasy is here, and nowhere else.
@NullMarked
package health.vigil.http;

import org.jspecify.annotations.NullMarked;
