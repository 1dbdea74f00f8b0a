package health.vigil.observation;

/// The items of the CAPD, 0 to 4 points each.
public enum CapdItem {
    EYE_CONTACT("eyeContact"),
    PURPOSEFUL("purposeful"),
    AWARE("aware"),
    COMMUNICATES("communicates"),
    RESTLESS("restless"),
    INCONSOLABLE("inconsolable"),
    UNDERACTIVE("underactive"),
    SLOW_TO_RESPOND("slowToRespond");

    public static final int POINTS = 4;

    private final String field;

    CapdItem(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }
}
