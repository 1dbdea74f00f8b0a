package health.vigil.intake.unit;

/// The tables of units from which quotients are built. The first unit of each table is the canonical one.
final class Amounts {
    static final Units TIME = Units.of("min")
            .and("ms", "1", "60000")
            .and("s", "1", "60")
            .and("h", "60")
            .and("d", "1440")
            .and("wk", "10080");

    static final Units VOLUME = Units.of("L")
            .and("l", "1")
            .and("dm3", "1")
            .and("m3", "1000")
            .and("dL", "0.1")
            .and("dl", "0.1")
            .and("cL", "0.01")
            .and("cl", "0.01")
            .and("mL", "0.001")
            .and("ml", "0.001")
            .and("cm3", "0.001")
            .and("uL", "0.000001")
            .and("ul", "0.000001")
            .and("mm3", "0.000001")
            .and("nL", "0.000000001")
            .and("nl", "0.000000001");

    static final Units MASS = Units.of("mg")
            .and("fg", "0.000000000001")
            .and("pg", "0.000000001")
            .and("ng", "0.000001")
            .and("ug", "0.001")
            .and("cg", "10")
            .and("dg", "100")
            .and("g", "1000")
            .and("kg", "1000000");

    static final Units SUBSTANCE = Units.of("umol")
            .and("fmol", "0.000000001")
            .and("pmol", "0.000001")
            .and("nmol", "0.001")
            .and("mmol", "1000")
            .and("mol", "1000000");

    /// 1 U is 1 umol/min, so 1 kat is 60,000,000 U.
    static final Units ACTIVITY = Units.of("U")
            .and("uU", "0.000001")
            .and("mU", "0.001")
            .and("kU", "1000")
            .and("nkat", "0.06")
            .and("ukat", "60")
            .and("mkat", "60000")
            .and("kat", "60000000");

    static final Units ARBITRARY = Units.of("[IU]")
            .and("[iU]", "1")
            .and("u[IU]", "0.000001")
            .and("m[IU]", "0.001")
            .and("k[IU]", "1000")
            .and("u[iU]", "0.000001")
            .and("m[iU]", "0.001")
            .and("k[iU]", "1000");

    /// Counts of cells, written as powers of ten. In `/uL` there is nothing before the slash.
    static final Units CELLS = Units.of("10*9")
            .and("", "0.000000001")
            .and("1", "0.000000001")
            .and("10*3", "0.000001")
            .and("10^3", "0.000001")
            .and("10*6", "0.001")
            .and("10^6", "0.001")
            .and("10^9", "1")
            .and("10*12", "1000")
            .and("10^12", "1000");

    /// A number without a unit, such as the INR.
    static final Units RATIO = Units.of("1").and("", "1");

    static final Units BODY_MASS = Units.of("kg").and("g", "0.001");

    private Amounts() {}
}
