package health.vigil.context;

import java.util.Arrays;
import java.util.Optional;

/// The lines of the list that is read before a patient goes home.
public enum DischargeLine {
    DAY("D-1", "day", LineSource.RECORD),
    FEVER("D-2", "fever", LineSource.RECORD),
    CRS("D-3", "CRS", LineSource.RECORD),
    CIRCULATION("D-4", "pressure and oxygen", LineSource.RECORD),
    ICANS("D-5", "ICANS", LineSource.RECORD),
    TREATMENT("D-6", "after treatment", LineSource.RECORD_AND_PERSON),
    LATE_RISE("D-7", "late rise", LineSource.RECORD),
    COUNTS("D-8", "blood counts", LineSource.RECORD_AND_PERSON),
    INFECTION("D-9", "infection and prophylaxis", LineSource.PERSON),
    HOME("D-10", "home", LineSource.PERSON),
    TEACHING("D-11", "card and teaching", LineSource.PERSON),
    NEXT_VISIT("D-12", "next visit and contacts", LineSource.PERSON);

    /// Who decides about a line.
    private enum LineSource {
        RECORD,
        RECORD_AND_PERSON,
        PERSON
    }

    private final String id;
    private final String title;
    private final LineSource source;

    DischargeLine(String id, String title, LineSource source) {
        this.id = id;
        this.title = title;
        this.source = source;
    }

    /// As the rules name it.
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// Whether the record decides about the line, alone or beside a person.
    public boolean computed() {
        return source != LineSource.PERSON;
    }

    /// Whether a person can tick the line.
    public boolean ticked() {
        return source != LineSource.RECORD;
    }

    /// Whether an open line asks for a reason at the discharge.
    public boolean asksForReason() {
        return this != COUNTS;
    }

    public static Optional<DischargeLine> of(String id) {
        return Arrays.stream(values()).filter(line -> line.id.equals(id)).findFirst();
    }
}
