package health.vigil.api.fhir;

import health.vigil.access.CurrentUser;
import health.vigil.fhir.SubscriptionUrls;
import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import health.vigil.store.Database;
import health.vigil.store.FhirSubscriptions;
import health.vigil.store.FhirSubscriptions.StoredSubscription;
import health.vigil.subscription.BindingTokens;
import health.vigil.subscription.BindingTokens.BindingGrant;
import health.vigil.subscription.SubscriptionTopic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UrlType;
import org.jboss.resteasy.reactive.RestResponse;

/// Gives out the tokens with which a client binds its own subscriptions to a websocket.
@ApplicationScoped
class SocketTokens {
    private static final String ID = "id";
    private static final int MOST_SUBSCRIPTIONS = 100;

    private final OwnSubscriptions subscriptions;
    private final BindingTokens tokens;
    private final Database database;
    private final CurrentUser user;

    SocketTokens(OwnSubscriptions subscriptions, BindingTokens tokens, Database database, CurrentUser user) {
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.database = database;
        this.user = user;
    }

    RestResponse<String> ofOne(String id, SearchRequest request, String base) {
        request.check(Set.of());
        return issue(List.of(subscriptions.one(id)), base);
    }

    /// For the subscriptions with the given ids, or for all that are told over a websocket.
    RestResponse<String> ofMany(SearchRequest request, String base) {
        request.check(Set.of(ID));
        var ids = request.tokens(ID).stream()
                .flatMap(group -> SearchRequest.codes(group).stream())
                .distinct()
                .toList();
        return issue(
                ids.isEmpty() ? all() : ids.stream().map(subscriptions::one).toList(), base);
    }

    private List<StoredSubscription> all() {
        return database
                .read(sql -> FhirSubscriptions.list(sql, Optional.of(user.username()), MOST_SUBSCRIPTIONS))
                .stream()
                .filter(subscription -> subscription.overSocket() && !isOff(subscription))
                .toList();
    }

    private RestResponse<String> issue(List<StoredSubscription> wanted, String base) {
        if (wanted.isEmpty()) {
            throw refused("This account has no subscription that is told over a websocket");
        }
        wanted.forEach(subscription -> check(subscription, base));
        var issued = tokens.issue(new BindingGrant(
                user.username(),
                user.wards().keys(),
                wanted.stream().map(StoredSubscription::id).toList(),
                user.credentialReference()));
        var answer = new Parameters();
        answer.addParameter().setName("token").setValue(new StringType(issued.token()));
        answer.addParameter()
                .setName("expiration")
                .setValue(new DateTimeType(issued.expiresAt().toString()));
        wanted.forEach(subscription -> answer.addParameter()
                .setName("subscription")
                .setValue(new StringType(subscription.id().toString())));
        answer.addParameter().setName("websocket-url").setValue(new UrlType(SubscriptionUrls.socket(base)));
        return FhirAnswers.one(answer);
    }

    private void check(StoredSubscription subscription, String base) {
        if (!subscription.owner().equals(user.username())) {
            throw ProblemException.forbidden("Only its account is told of the events of a subscription");
        }
        if (!subscription.overSocket()) {
            throw refused("The channel of the subscription is no websocket");
        }
        if (isOff(subscription)) {
            throw refused("The subscription is off");
        }
        if (subscription.content().equals("full-resource")
                && !base.toLowerCase(Locale.ROOT).startsWith("https:")) {
            throw refused("Full resources are told over https only");
        }
        subscriptions.requireScope(SubscriptionTopic.ofWord(subscription.topic()));
    }

    private static boolean isOff(StoredSubscription subscription) {
        return subscription.status().equals("off");
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(422, detail));
    }
}
