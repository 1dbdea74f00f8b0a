package health.vigil.policy;

import health.vigil.journey.CellDose;
import health.vigil.journey.DoseRange;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.ListApproval;
import health.vigil.journey.ProductLimits;
import health.vigil.journey.ReadinessItem;
import health.vigil.journey.ReadinessList;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the file of the hospital's readiness list and limits. What is left out keeps its default.
final class JourneyFile {
    private static final int MOST_ITEMS = 100;
    private static final int MOST_PRODUCTS = 50;
    private static final int MOST_COUNT = 1000;
    private static final int MOST_DAYS = 365;
    private static final int MOST_HOURS = 24 * 30;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_NAME = 200;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Shape<String> UNIT =
            Shapes.text(LONGEST_NAME).where(CellDose.UNITS::contains, "must be 10*6 or 10*6/kg");
    private static final Shape<DoseRange> DOSE = Fields.object(JourneyFile::dose);
    private static final Shape<AllowedDays> DAYS = Fields.object(JourneyFile::days);

    private final Set<String> ids = new HashSet<>(Set.of(ReadinessItem.IDENTITY.id()));
    private final Set<String> products = new HashSet<>();

    private record AllowedDays(int least, int most) {}

    private JourneyFile() {}

    /// @throws IllegalArgumentException names the file, the lines and the faults
    static JourneyPolicy read(Path file) {
        return CheckedFile.read(file, (fields, text) -> new JourneyFile().policy(fields, text));
    }

    static JourneyPolicy of(String name, byte[] bytes) {
        return CheckedFile.of(name, bytes, (fields, text) -> new JourneyFile().policy(fields, text));
    }

    private Optional<JourneyPolicy> policy(Fields fields, String text) {
        fields.may("note", Shapes.text(LONGEST_NOTE));
        var owner = fields.need("owner", name(LONGEST_NAME));
        var approvedAt = fields.need("approvedAt", ProtocolRowShape.date());
        var reviewBy = fields.need(
                "reviewBy",
                ProtocolRowShape.date()
                        .where(day -> approvedAt.filter(day::isBefore).isEmpty(), "must not be before approvedAt"));
        var items = fields.may(
                "items",
                Shapes.list(Fields.object(this::item))
                        .where(
                                all -> !all.isEmpty() && all.size() <= MOST_ITEMS,
                                "must have 1 to " + MOST_ITEMS + " items"));
        var limits = fields.may(
                "products",
                Shapes.list(Fields.object(this::product))
                        .where(all -> all.size() <= MOST_PRODUCTS, "has more than " + MOST_PRODUCTS + " products"));
        var identity = fields.may("identityHours", Shapes.count(1, MOST_HOURS));
        var late = fields.may("lateAfterDays", Shapes.count(0, MOST_DAYS));
        fields.refuseUnknown();
        return fields.whenSound(() -> new JourneyPolicy(
                PolicyVersion.of(text),
                Optional.of(new ListApproval(owner.orElseThrow(), approvedAt.orElseThrow(), reviewBy.orElseThrow())),
                items.map(ReadinessList::of).orElse(ReadinessList.DEFAULT),
                limits.orElse(List.of()),
                identity.map(Duration::ofHours).orElse(JourneyPolicy.DEFAULT.identityFor()),
                late.map(Duration::ofDays).orElse(JourneyPolicy.DEFAULT.lateAfter())));
    }

    private Optional<ReadinessItem> item(Fields fields) {
        var id = fields.need(
                "id",
                Shapes.text(LONGEST_NAME)
                        .where(
                                text -> ID.matcher(text).matches(),
                                "must begin with a small letter and have at most 64 small letters, digits or hyphens")
                        .where(ids::add, "is the id of another item"));
        var text = fields.need("text", name(LONGEST_TEXT));
        var validFor = fields.may("validForHours", Shapes.count(1, MOST_HOURS));
        var least = fields.may("least", Shapes.count(1, MOST_COUNT));
        fields.refuseUnknown();
        return id.flatMap(
                known -> text.map(words -> new ReadinessItem(known, words, validFor.map(Duration::ofHours), least)));
    }

    private Optional<ProductLimits> product(Fields fields) {
        var product = fields.may(
                "product",
                name(LONGEST_NAME)
                        .where(text -> products.add(text.strip().toLowerCase(Locale.ROOT)), "is an earlier product"));
        if (!fields.has("product") && !products.add("")) {
            return fields.at("product").refuse("is missing: an earlier entry holds for all other products");
        }
        var thaw = fields.may("thawMinutes", Shapes.count(1, MOST_MINUTES));
        var days = fields.may("lymphodepletionDays", DAYS);
        var dose = fields.may("dose", DOSE);
        fields.refuseUnknown();
        return Optional.of(new ProductLimits(
                product,
                thaw.map(Duration::ofMinutes).orElse(ProductLimits.DEFAULT.thawToStart()),
                days.map(AllowedDays::least).orElse(ProductLimits.DEFAULT.leastDays()),
                days.map(AllowedDays::most).orElse(ProductLimits.DEFAULT.mostDays()),
                dose));
    }

    private static Optional<AllowedDays> days(Fields fields) {
        var least = fields.need("least", Shapes.count(0, MOST_DAYS));
        var most = fields.need(
                "most",
                Shapes.count(0, MOST_DAYS)
                        .where(days -> least.filter(first -> first > days).isEmpty(), "must not be under least"));
        fields.refuseUnknown();
        return least.flatMap(first -> most.map(last -> new AllowedDays(first, last)));
    }

    private static Optional<DoseRange> dose(Fields fields) {
        var least = fields.need("least", Shapes.number().where(dose -> dose.signum() >= 0, "must not be negative"));
        var most = fields.need(
                "most",
                Shapes.number()
                        .where(
                                dose -> least.filter(first -> first.compareTo(dose) > 0)
                                        .isEmpty(),
                                "must not be under least"));
        var unit = fields.need("unit", UNIT);
        fields.refuseUnknown();
        return least.flatMap(first -> most.flatMap(last -> unit.map(word -> new DoseRange(first, last, word))));
    }

    private static Shape<String> name(int longest) {
        return ProtocolRowShape.line(longest);
    }
}
