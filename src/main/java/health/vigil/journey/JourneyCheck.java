package health.vigil.journey;

import java.util.Arrays;
import java.util.Optional;

/// A check before the infusion, with the id of its rule in `docs/clinical-rules.md`.
public enum JourneyCheck {
    IDENTITY("J-1", "identity of product and patient", true),
    BAGS("J-2", "bags of the lot", true),
    CUSTODY("J-3", "custody without a gap", true),
    RELEASE("J-4", "release of the product", true),
    THAW("J-5", "time since thaw", false),
    INTERVAL("J-6", "days since lymphodepletion", false),
    ORDER("J-7", "lymphodepletion after the release", false),
    DOSE("J-8", "dose of the product", false),
    UNIQUENESS("J-9", "one journey for a product", true);

    private final String id;
    private final String title;
    private final boolean required;

    JourneyCheck(String id, String title, boolean required) {
        this.id = id;
        this.title = title;
        this.required = required;
    }

    public String id() {
        return id;
    }

    /// The id with the title: `J-3 custody without a gap`.
    public String label() {
        return id + " " + title;
    }

    /// Whether no infusion is recorded unless it is green.
    public boolean required() {
        return required;
    }

    public static Optional<JourneyCheck> of(String id) {
        return Arrays.stream(values()).filter(check -> check.id.equals(id)).findFirst();
    }
}
