package health.vigil.fhir;

/// The addresses that the Subscriptions R5 Backport defines.
public final class SubscriptionUrls {
    private static final String GUIDE = "http://hl7.org/fhir/uv/subscriptions-backport/";
    private static final String STRUCTURES = GUIDE + "StructureDefinition/";

    public static final String PROFILE = STRUCTURES + "backport-subscription";
    public static final String STATUS = STRUCTURES + "backport-subscription-status-r4";
    public static final String NOTIFICATION = STRUCTURES + "backport-subscription-notification-r4";
    public static final String FILTER = STRUCTURES + "backport-filter-criteria";
    public static final String CONTENT = STRUCTURES + "backport-payload-content";
    public static final String HEARTBEAT = STRUCTURES + "backport-heartbeat-period";
    public static final String TIMEOUT = STRUCTURES + "backport-timeout";
    public static final String MAX_COUNT = STRUCTURES + "backport-max-count";
    public static final String STATUS_OPERATION = GUIDE + "OperationDefinition/backport-subscription-status";
    public static final String EVENTS_OPERATION = GUIDE + "OperationDefinition/backport-subscription-events";

    public static final String TOKEN_OPERATION =
            GUIDE + "OperationDefinition/backport-subscription-get-ws-binding-token";

    /// An extension of R4 for the address of websockets.
    static final String WEBSOCKET = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-websocket";

    static final String TOPICS = STRUCTURES + "capabilitystatement-subscriptiontopic-canonical";

    /// The path of the websocket.
    public static final String SOCKET_PATH = "/fhir/r4/websocket";

    private SubscriptionUrls() {}

    /// The address of the websocket.
    ///
    /// @param base the address of the service for FHIR
    public static String socket(String base) {
        return base.replaceFirst("^http", "ws") + "/websocket";
    }
}
