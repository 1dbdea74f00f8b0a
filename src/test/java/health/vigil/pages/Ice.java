package health.vigil.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/// Scores an ICE of a patient who is awake, on the page of the bedside check.
final class Ice {
    private static final List<String> ITEMS = List.of("orientation", "naming", "commands", "writing", "attention");

    private Ice() {}

    static void enter(Page page, int... points) {
        page.locator("[name=consciousness][value=awake]").check();
        for (int i = 0; i < points.length; i++) {
            page.locator("[name='ice." + ITEMS.get(i) + "'][value='" + points[i] + "']")
                    .check();
        }
    }
}
