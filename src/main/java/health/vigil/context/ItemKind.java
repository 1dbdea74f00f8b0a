package health.vigil.context;

/// The kinds of items, each with its rule in `docs/clinical-rules.md`.
enum ItemKind {
    IEC_HS(
            "iec-hs",
            "CTX-7 pattern of IEC-HS",
            "Hines 2023",
            "A pattern, not a diagnosis: CRS, infection and progression must not explain it"),
    ICAHT_EARLY(
            "icaht-early",
            "CTX-8 early neutropenia",
            "Rejeski 2023; Liang, automated reading",
            "Lines between blood tests are assumed"),
    ICAHT_LATE(
            "icaht-late",
            "CTX-9 late neutropenia",
            "Rejeski 2023; Liang, automated reading",
            "The two lowest days decide; other days are not seen"),
    ICAHT_PLATELETS_EARLY(
            "icaht-platelets-early",
            "CTX-10 low platelets",
            "ASH Education Program, T-ICAHT",
            "Lines between blood tests are assumed"),
    ICAHT_PLATELETS_LATE(
            "icaht-platelets-late",
            "CTX-10 low platelets",
            "ASH Education Program, T-ICAHT",
            "Lines between blood tests are assumed"),
    CAR_HEMATOTOX(
            "car-hematotox",
            "CTX-11 CAR-HEMATOTOX",
            "Rejeski 2021",
            "High sensitivity, low specificity: 70 % of a population were high, AUC 0.73"),
    EASIX("easix", "CTX-12 EASIX", "Pennisi 2021", "A trend; no threshold is agreed on"),
    S_EASIX("s-easix", "CTX-12 EASIX", "Pennisi 2021", "A trend; no threshold is agreed on"),
    M_EASIX("m-easix", "CTX-12 EASIX", "Pennisi 2021", "A trend; no threshold is agreed on"),
    HSCORE("hscore", "CTX-13 HScore", "Fardet 2014", "Not made for patients after CAR-T"),
    CTCAE(
            "ctcae",
            "CTX-14 laboratory grade",
            "NCI CTCAE v5.0",
            "The laboratory value alone: symptoms and interventions are not seen"),
    FEBRILE_NEUTROPENIA(
            "febrile-neutropenia",
            "CTX-15 fever with neutropenia",
            "IDSA 2010",
            "A fact beside the fever; it changes no grade"),
    MILESTONES("milestones", "CTX-16 milestones", "local policy", "Dates by rule: the treating team decides"),
    LATE_NEURO(
            "late-neuro",
            "CTX-17 late neurological signs",
            "labels of the products; local policy",
            "Most after BCMA; none of these signs sets ICANS"),
    KINETICS(
            "kinetics",
            "CTX-18 kinetics",
            "local policy",
            "No limit: one laboratory's values compared with each other"),
    DISCHARGE_READINESS(
            "discharge-readiness",
            "HOME-1 readiness to leave",
            "local policy; ward practice",
            "A list, never a verdict: the physician decides"),
    STEP_DOWN(
            "step-down",
            "HOME-5 step-down",
            "local policy",
            "It changes no plan of checks and no place: the treating team decides");

    private final String item;
    private final String rule;
    private final String source;
    private final String caveat;

    ItemKind(String item, String rule, String source, String caveat) {
        this.item = item;
        this.rule = rule;
        this.source = source;
        this.caveat = caveat;
    }

    String item() {
        return item;
    }

    /// The rule as responses show it.
    String rule() {
        return rule;
    }

    String source() {
        return source;
    }

    String caveat() {
        return caveat;
    }
}
