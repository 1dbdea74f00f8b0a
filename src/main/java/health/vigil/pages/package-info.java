/// The ward's web pages. They are files: all data come to them through the public API.
@NullMarked
package health.vigil.pages;

import org.jspecify.annotations.NullMarked;
