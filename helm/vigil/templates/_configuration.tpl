{{/*
The configuration of a pod, called with the root and the role. Quarkus reads it from config/application.properties in the
image's working directory. Everything that is not secret is here, and nowhere else.
*/}}
{{- define "vigil.configuration" -}}
{{- $own := include "vigil.ownConfiguration" . | trim -}}
{{- $lines := list $own -}}
{{- range $name, $value := .root.Values.config }}
{{- if contains (printf "\n%s=" $name) $own }}
{{- fail (printf "config must not contain %s: the chart sets it from its other values" $name) }}
{{- end }}
{{- $lines = append $lines (printf "%s=%s" $name $value) }}
{{- end }}
{{- join "\n" $lines | replace "\\" "\\\\" -}}
{{- end -}}

{{/*
What follows from the other values. The role "migration" is the Job that updates the schema. If this chart creates the
database, there is none before the first installation; then the pods migrate it, one after the other under Flyway's lock.
*/}}
{{- define "vigil.ownConfiguration" -}}
{{- $values := .root.Values -}}
{{- $job := eq .role "migration" -}}
# What this pod does
vigil.roles={{ ternary "serve" .role $job }}
{{- if $job }}
# It starts, migrates, and ends instead of serving.
quarkus.init-and-exit=true
{{- end }}
quarkus.flyway.migrate-at-start={{ or $job $values.database.cluster.enabled (not $values.migration.enabled) }}
vigil.hospital.time-zone={{ $values.hospital.timeZone }}
vigil.fhir.patient-system={{ $values.hospital.patientSystem }}
{{- with $values.protocol }}
{{- if .configMap }}
vigil.protocol.file=/etc/vigil/protocol/{{ .file }}
{{- end }}
{{- end }}
{{- with $values.journey }}
{{- if .configMap }}
vigil.journey.file=/etc/vigil/journey/{{ .file }}
{{- end }}
{{- end }}
# HTTP
quarkus.http.port=8080
quarkus.http.proxy.proxy-address-forwarding={{ $values.ingress.enabled }}
quarkus.management.host=0.0.0.0
quarkus.management.port=9000
# Clients stay connected to a pod that was removed from its Service. The response to their next request disconnects them.
quarkus.shutdown.delay={{ $values.shutdown.part }}s
quarkus.shutdown.timeout={{ $values.shutdown.finish }}s
# Kafka
{{- with $values.kafka }}
kafka.bootstrap.servers={{ .bootstrapServers }}
kafka.security.protocol={{ .securityProtocol }}
{{- with .sasl.mechanism }}
kafka.sasl.mechanism={{ . }}
{{- end }}
{{- range $store := list "truststore" "keystore" }}
{{- with get $values.kafka $store }}
{{- if .secret }}
kafka.ssl.{{ $store }}.type=PKCS12
kafka.ssl.{{ $store }}.location=/etc/vigil/kafka-{{ $store }}/{{ .file }}
{{- end }}
{{- end }}
{{- end }}
vigil.topics.create={{ and .topics.create (not .strimzi.enabled) }}
vigil.topics.partitions={{ .topics.partitions }}
vigil.topics.replication-factor={{ .topics.replicationFactor }}
vigil.topics.retention=P{{ .topics.retentionDays }}D
{{- end }}
# PostgreSQL
{{- with $values.database }}
quarkus.datasource.jdbc.url={{ .jdbcUrl }}
quarkus.datasource.jdbc.max-size={{ .connections }}
{{- if .ca.secret }}
quarkus.datasource.jdbc.additional-jdbc-properties.sslrootcert=/etc/vigil/database-ca/{{ .ca.key }}
{{- end }}
{{- end }}
# Access
{{- with $values.access.provider }}
mp.jwt.verify.publickey.location={{ .jwksUrl }}
mp.jwt.verify.issuer={{ .issuer }}
mp.jwt.verify.audiences={{ .audience }}
smallrye.jwt.path.groups={{ .groupsPath }}
vigil.access.wards-claim={{ .wardsClaim }}
vigil.access.device-claim={{ .deviceClaim }}
{{- end }}
vigil.access.secure-cookie={{ and $values.ingress.enabled (ne $values.ingress.tlsSecret "") }}
{{- if include "vigil.signsIn" . }}
{{- with $values.access.provider.signIn }}
quarkus.oidc.tenant-enabled=true
quarkus.oidc.auth-server-url={{ .url }}
quarkus.oidc.client-id={{ .clientId }}
{{- end }}
{{- end }}
{{- if include "vigil.receivesHl7" . }}
# HL7
vigil.hl7.port=2575
{{- if $values.hl7.plain }}
vigil.hl7.plain=true
{{- else }}
{{- $_ := required "hl7.tls.secret is needed with hl7.senders, or hl7.plain" $values.hl7.tls.secret }}
{{- with $values.hl7.tls }}
quarkus.tls.mllp.key-store.pem.0.cert=/etc/vigil/hl7-tls/{{ .certificate }}
quarkus.tls.mllp.key-store.pem.0.key=/etc/vigil/hl7-tls/{{ .key }}
quarkus.tls.mllp.trust-store.pem.certs=/etc/vigil/hl7-tls/{{ .authority }}
{{- end }}
# A renewed certificate is used without a restart.
quarkus.tls.mllp.reload-period=10m
{{- end }}
{{- range $sender, $each := $values.hl7.senders }}
{{- range $key, $value := $each.settings }}
vigil.hl7.senders.{{ $sender }}.{{ $key }}={{ $value }}
{{- end }}
{{- end }}
{{- end }}
{{- if include "vigil.sendsHl7" . }}
# HL7 alerts
{{- with $values.hl7.tls }}
{{- if .secret }}
quarkus.tls.mllp-alerts.key-store.pem.0.cert=/etc/vigil/hl7-tls/{{ .certificate }}
quarkus.tls.mllp-alerts.key-store.pem.0.key=/etc/vigil/hl7-tls/{{ .key }}
quarkus.tls.mllp-alerts.trust-store.pem.certs=/etc/vigil/hl7-tls/{{ .authority }}
{{- end }}
{{- end }}
{{- range $receiver, $each := $values.hl7.alerts }}
vigil.hl7.alerts.{{ $receiver }}.port={{ $each.port }}
{{- range $key, $value := $each.settings }}
vigil.hl7.alerts.{{ $receiver }}.{{ $key }}={{ $value }}
{{- end }}
{{- end }}
{{- end }}
{{- with $values.tracing.endpoint }}
# Tracing
vigil.tracing.endpoint={{ . }}
vigil.tracing.share={{ $values.tracing.share }}
{{- end }}
{{- end -}}

{{/* Not empty if the pods of this role listen for HL7. */}}
{{- define "vigil.receivesHl7" -}}
{{- if and (eq .role "ingest") .root.Values.hl7.senders }}yes{{ end -}}
{{- end -}}

{{/* Not empty if the pods of this role send alerts as HL7. */}}
{{- define "vigil.sendsHl7" -}}
{{- if and (eq .role "monitor") .root.Values.hl7.alerts }}yes{{ end -}}
{{- end -}}

{{/* Not empty if the pods of this role need the certificates of HL7. */}}
{{- define "vigil.hl7Tls" -}}
{{- if and (include "vigil.receivesHl7" .) (not .root.Values.hl7.plain) }}yes{{ end -}}
{{- if and (include "vigil.sendsHl7" .) .root.Values.hl7.tls.secret }}yes{{ end -}}
{{- end -}}

{{/* Not empty if people sign in to the pages of this role. */}}
{{- define "vigil.signsIn" -}}
{{- if and (eq .role "serve") .root.Values.access.provider.signIn.enabled }}yes{{ end -}}
{{- end -}}
