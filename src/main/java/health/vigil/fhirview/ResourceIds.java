package health.vigil.fhirview;

import health.vigil.observation.ObservationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/// The ids of the resources that are made of our data.
///
/// An observation's own id may have any characters, and two senders may use the same one. So the id in FHIR is a
/// hash of both, with the part that the resource contains.
public final class ResourceIds {
    private static final int DIGITS = 40;
    private static final Pattern OF_OBSERVATION = Pattern.compile("([0-9a-f]{40})-([a-z0-9]{1,4})");
    private static final Pattern OF_GRADE = Pattern.compile("gc(\\d{1,18})");
    private static final String GRADE = "gc";
    private static final String CELLS = "cells.";
    private static final Pattern OF_CELLS = Pattern.compile("cells\\.([0-9a-f-]{36})\\.(\\d{1,3})");
    private static final String PROVENANCE = "p.";

    private ResourceIds() {}

    /// A resource of an observation.
    ///
    /// @param key the hash
    public record PartId(String key, ResourcePart part) {}

    /// The first 40 hexadecimal digits of the SHA-256 of an observation's sender and id. The database function
    /// `fhir_key` returns the same bytes.
    public static String key(ObservationId id) {
        var sender = id.sender().name();
        var text = sender.codePointCount(0, sender.length()) + ":" + sender + id.value();
        return HexFormat.of()
                .formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(ObservationId id, ResourcePart part) {
        return key(id) + "-" + part.word();
    }

    /// The observation and the part that an id names; empty if it is no such id.
    public static Optional<PartId> part(String id) {
        var match = OF_OBSERVATION.matcher(id);
        return match.matches()
                ? ResourcePart.of(match.group(2)).map(part -> new PartId(match.group(1), part))
                : Optional.empty();
    }

    /// The id of an entry of the history of grades.
    public static String grade(long number) {
        return GRADE + number;
    }

    /// The number of the entry of the history that an id names; empty if it is no such id.
    public static OptionalLong grade(String id) {
        var match = OF_GRADE.matcher(id);
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }

    /// The id of the Procedure of an infusion of cells.
    ///
    /// @param number 1 for the first infusion of the episode
    static String cells(UUID episode, int number) {
        return CELLS + episode + "." + number;
    }

    /// An infusion of an episode.
    ///
    /// @param episode the id of the episode
    public record CellsId(String episode, int number) {}

    /// The infusion that an id names; empty if it is no such id.
    public static Optional<CellsId> cells(String id) {
        var match = OF_CELLS.matcher(id);
        return match.matches()
                ? Optional.of(new CellsId(match.group(1), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    /// The id of the Provenance of a resource.
    static String provenance(String target) {
        return PROVENANCE + target;
    }

    /// The id of the resource that a Provenance is about; empty if it is no such id.
    public static Optional<String> target(String id) {
        return id.startsWith(PROVENANCE) ? Optional.of(id.substring(PROVENANCE.length())) : Optional.empty();
    }
}
