/// The HTTP frame: limits, timeouts, safe headers, and a problem document for every error.
///
/// All classes that depend on internals of Netty, Vert.x or RESTEasy are here.
@NullMarked
package health.vigil.http;

import org.jspecify.annotations.NullMarked;
