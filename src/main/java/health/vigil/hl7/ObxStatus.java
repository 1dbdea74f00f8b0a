package health.vigil.hl7;

/// How final a value is: OBX-11, and where that is empty the status of its order, OBR-25.
enum ObxStatus {
    PRELIMINARY,
    FINAL,
    AMENDED,
    WITHDRAWN,
    /// There is no value, whatever stands in OBX-5.
    NO_VALUE,
    UNKNOWN;

    static ObxStatus of(ObxContext context) {
        var own = context.obx().value(11).strip();
        return own.isEmpty() ? ofOrder(context.order(25).strip()) : ofValue(own);
    }

    private static ObxStatus ofValue(String status) {
        return switch (status) {
            case "F", "U", "V" -> FINAL;
            case "R", "P", "S" -> PRELIMINARY;
            case "C", "A" -> AMENDED;
            case "D", "W" -> WITHDRAWN;
            case "X", "N", "O", "I" -> NO_VALUE;
            default -> UNKNOWN;
        };
    }

    /// The order says less about each of its values, so only what concerns all of them counts.
    private static ObxStatus ofOrder(String status) {
        return switch (status) {
            case "X" -> NO_VALUE;
            case "C" -> AMENDED;
            case "P", "R" -> PRELIMINARY;
            default -> FINAL;
        };
    }
}
