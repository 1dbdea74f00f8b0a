package health.vigil.policy;

import health.vigil.context.ContextPolicy;
import health.vigil.json.Fields;
import health.vigil.json.Shape;
import health.vigil.json.Shapes;
import health.vigil.protocol.ProtocolRow;
import health.vigil.protocol.RowOwner;
import health.vigil.protocol.RowRole;
import health.vigil.protocol.RowSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How a row of the hospital's protocol is written. It needs an owner, a source and the dates of its reviews.
final class ProtocolRowShape {
    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 32;
    private static final int LAST = 9999;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    private static final Shape<String> NAME = line(LONGEST_NAME);
    private static final Shape<String> WORD = line(LONGEST_WORD);
    private static final Shape<RowSource> SOURCE = Fields.object(ProtocolRowShape::source);
    private static final Shape<RowOwner> OWNER = Fields.object(ProtocolRowShape::owner);

    private final ConditionShape condition;
    private final Set<String> ids = new HashSet<>();

    ProtocolRowShape(ContextPolicy context) {
        this.condition = new ConditionShape(context);
    }

    Shape<ProtocolRow> shape() {
        return Fields.object(this::row);
    }

    private Optional<ProtocolRow> row(Fields fields) {
        var id = fields.need(
                "id",
                Shapes.text(LONGEST_NAME)
                        .where(text -> ID.matcher(text).matches(), "must be 1 to 64 small letters, digits or hyphens")
                        .where(ids::add, "is the id of an earlier row"));
        var version = fields.need("version", WORD);
        var text = fields.need("text", line(LONGEST_TEXT));
        var source = fields.need("source", SOURCE);
        var owner = fields.need("owner", OWNER);
        var approvedAt = fields.need("approvedAt", date());
        var reviewBy = fields.need(
                "reviewBy",
                date().where(day -> approvedAt.filter(day::isBefore).isEmpty(), "must not be before approvedAt"));
        var order = fields.need("order", Shapes.count(0, LAST));
        var forRoles = fields.may("forRoles", ConditionShape.words(RowRole.class));
        var when = fields.need("when", condition.shape());
        fields.refuseUnknown();
        return fields.whenSound(() -> new ProtocolRow(
                id.orElseThrow(),
                version.orElseThrow(),
                text.orElseThrow(),
                source.orElseThrow(),
                owner.orElseThrow(),
                approvedAt.orElseThrow(),
                reviewBy.orElseThrow(),
                order.orElseThrow(),
                forRoles.orElseGet(() -> EnumSet.allOf(RowRole.class)),
                when.orElseThrow()));
    }

    private static Optional<RowSource> source(Fields fields) {
        var document = fields.need("document", NAME);
        var edition = fields.may("edition", WORD);
        var page = fields.may("page", WORD);
        fields.refuseUnknown();
        return document.map(name -> new RowSource(name, edition, page));
    }

    private static Optional<RowOwner> owner(Fields fields) {
        var name = fields.need("name", NAME);
        var role = fields.need("role", NAME);
        fields.refuseUnknown();
        return name.flatMap(person -> role.map(office -> new RowOwner(person, office)));
    }

    /// A plain text on one line.
    static Shape<String> line(int longest) {
        return Shapes.sentence(longest)
                .where(text -> text.chars().noneMatch(Character::isISOControl), "must be one line of plain text");
    }

    static Shape<LocalDate> date() {
        return (value, location) -> {
            try {
                return Optional.of(LocalDate.parse(value.asText()));
            } catch (DateTimeException _) {
                return location.refuse("must be a date such as 2026-02-03");
            }
        };
    }
}
