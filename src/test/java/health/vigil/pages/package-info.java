/// The pages in a real browser, over the real service.
@NullMarked
package health.vigil.pages;

import org.jspecify.annotations.NullMarked;
