/// Tests the pages in a real browser with the real service.
@NullMarked
package health.vigil.pages;

import org.jspecify.annotations.NullMarked;
