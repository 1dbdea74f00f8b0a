/// The web pages of the ward. They are static files that read all data through the public API.
@NullMarked
package health.vigil.pages;

import org.jspecify.annotations.NullMarked;
