package health.vigil.hl7;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A segment. A part that is absent, and the sign for null (`""`), read as an empty text.
///
/// @param name three letters or digits
/// @param number its number among the segments of this name, from 1
/// @param fields by their number; field 0 is the name
/// @param line the segment as sent
/// @param size its bytes in UTF-8
record Er7Segment(String name, int number, List<String> fields, Er7Escapes escapes, String line, int size) {
    private static final String NULL = "\"\"";

    Er7Segment {
        fields = List.copyOf(fields);
    }

    static Er7Segment of(String line, int number, Er7Escapes escapes) {
        var delimiters = escapes.delimiters();
        var fields = split(line, delimiters.field());
        if (fields.getFirst().equals("MSH")) {
            // The field separator is itself the first field.
            fields.add(1, Character.toString(delimiters.field()));
        }
        return new Er7Segment(
                fields.getFirst(), number, fields, escapes, line, line.getBytes(StandardCharsets.UTF_8).length);
    }

    /// The parts of a text; at least one.
    static List<String> split(String text, char sign) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /// The field as sent.
    String raw(int field) {
        return field < fields.size() ? fields.get(field) : "";
    }

    boolean has(int field) {
        return !raw(field).isBlank() && !raw(field).equals(NULL);
    }

    /// The text of the first component of the first repetition.
    String value(int field) {
        return value(field, 1);
    }

    /// The text of a component of the first repetition.
    String value(int field, int component) {
        return component(first(field), component);
    }

    /// The text of a subcomponent of the first repetition.
    String value(int field, int component, int subcomponent) {
        return subcomponent(rawComponent(first(field), component), subcomponent);
    }

    /// The whole text of a field that has no components, whatever characters it holds.
    String text(int field) {
        return text(first(field));
    }

    /// The text of the first repetition with all its components and subcomponents, whatever the delimiters of the
    /// message are: `0123^^0123^EUI-64`. Those at the end that are empty are left out.
    String whole(int field) {
        var delimiters = escapes.delimiters();
        var first = first(field);
        return first.equals(NULL)
                ? ""
                : joined(
                        split(first, delimiters.component()),
                        "^",
                        component -> joined(
                                split(component, delimiters.subcomponent()),
                                "&",
                                part -> text(part).strip()));
    }

    private static String joined(List<String> parts, String sign, UnaryOperator<String> text) {
        var texts = parts.stream().map(text).collect(Collectors.toCollection(ArrayList::new));
        while (!texts.isEmpty() && texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        return String.join(sign, texts);
    }

    /// The repetitions of a field as sent; none if it is empty.
    List<String> repetitions(int field) {
        return has(field) ? split(raw(field), escapes.delimiters().repetition()) : List.of();
    }

    private String first(int field) {
        var raw = raw(field);
        int end = raw.indexOf(escapes.delimiters().repetition());
        return end < 0 ? raw : raw.substring(0, end);
    }

    /// The text of a component of a repetition: its first subcomponent.
    String component(String repetition, int component) {
        return subcomponent(rawComponent(repetition, component), 1);
    }

    String component(String repetition, int component, int subcomponent) {
        return subcomponent(rawComponent(repetition, component), subcomponent);
    }

    private String rawComponent(String repetition, int component) {
        return part(repetition, escapes.delimiters().component(), component);
    }

    private String subcomponent(String component, int subcomponent) {
        return text(part(component, escapes.delimiters().subcomponent(), subcomponent));
    }

    /// One part of a text, from 1; empty if there are fewer.
    private static String part(String text, char sign, int number) {
        int from = 0;
        for (int left = number; left > 1; left--) {
            int at = text.indexOf(sign, from);
            if (at < 0) {
                return "";
            }
            from = at + 1;
        }
        int end = text.indexOf(sign, from);
        return text.substring(from, end < 0 ? text.length() : end);
    }

    private String text(String raw) {
        return raw.equals(NULL) ? "" : escapes.unescaped(raw);
    }

    /// The place of a field, for instance `OBX[5].6`.
    String place(int field) {
        return name + "[" + number + "]." + field;
    }
}
