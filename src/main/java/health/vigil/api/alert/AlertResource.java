package health.vigil.api.alert;

import health.vigil.access.Roles;
import health.vigil.alert.AlertRules;
import health.vigil.alert.MonitoringPlan;
import health.vigil.api.AlertView;
import health.vigil.api.Items;
import health.vigil.api.Query;
import health.vigil.role.ServedBy;
import health.vigil.role.ServiceRole;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/// Reads alerts, statistics and alert rules.
@Path("/v1/alerts")
@ServedBy(ServiceRole.SERVE)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NURSE, Roles.PHYSICIAN, Roles.DASHBOARD})
@Tag(name = "Alerts")
class AlertResource {
    private final AlertReader alerts;
    private final AlertStatistics statistics;
    private final AlertRules rules;
    private final MonitoringPlan plan;
    private final Query query;

    AlertResource(AlertReader alerts, AlertStatistics statistics, AlertRules rules, MonitoringPlan plan, Query query) {
        this.alerts = alerts;
        this.statistics = statistics;
        this.rules = rules;
        this.plan = plan;
        this.query = query;
    }

    @GET
    @Operation(summary = "List alerts, newest first")
    @Parameter(name = "state", in = ParameterIn.QUERY)
    @Parameter(name = "ward", in = ParameterIn.QUERY)
    @Parameter(name = "patientId", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    public RestResponse<Items<AlertView>> list() {
        var paging = query.paging();
        return paging.answer(alerts.page(query, paging), AlertView::place);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an alert")
    public AlertView alert(@RestPath String id) {
        return alerts.one(alerts.visible(id));
    }

    @GET
    @Path("/statistics")
    @Operation(summary = "Read alarm statistics: how many alerts, how soon acknowledged, how many never acknowledged")
    @Parameter(name = "ward", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Default: 30 days before `to`.")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Default: now.")
    public StatisticsView statistics() {
        return statistics.of(query.text("ward"), query.span());
    }

    @GET
    @Path("/rules")
    @Operation(summary = "Read the alert table, the plan of checks and the dose limits")
    public RulesView rules() {
        return RulesView.of(rules, plan);
    }
}
