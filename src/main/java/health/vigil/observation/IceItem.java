package health.vigil.observation;

/// The items of the ICE score and their points.
public enum IceItem {
    ORIENTATION("orientation", 4),
    NAMING("naming", 3),
    COMMANDS("commands", 1),
    WRITING("writing", 1),
    ATTENTION("attention", 1);

    private final String field;
    private final int points;

    IceItem(String field, int points) {
        this.field = field;
        this.points = points;
    }

    public String field() {
        return field;
    }

    public int points() {
        return points;
    }
}
