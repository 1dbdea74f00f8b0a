package health.vigil.observation;

/// The laboratory analytes that the service stores. None enters an ASTCT grade.
public enum Analyte implements Word {
    IL_6,
    IL_10,
    IL_2_RECEPTOR,
    IFN_GAMMA,
    TNF_ALPHA,
    MCP_1,
    CRP,
    FERRITIN,
    LDH,
    FIBRINOGEN,
    D_DIMER,
    CREATININE,
    ALT,
    AST,
    BILIRUBIN,
    TRIGLYCERIDES,
    PLATELETS,
    NEUTROPHILS,
    HAEMOGLOBIN,
    WBC,
    LYMPHOCYTES,
    INR,
    APTT,
    DIRECT_BILIRUBIN,
    ALBUMIN,
    PROCALCITONIN,
    LACTATE
}
