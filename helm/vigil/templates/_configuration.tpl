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
{{- with $values.tracing.endpoint }}
# Tracing
vigil.tracing.endpoint={{ . }}
vigil.tracing.share={{ $values.tracing.share }}
{{- end }}
{{- end -}}

{{/* Not empty if people sign in to the pages of this role. */}}
{{- define "vigil.signsIn" -}}
{{- if and (eq .role "serve") .root.Values.access.provider.signIn.enabled }}yes{{ end -}}
{{- end -}}
