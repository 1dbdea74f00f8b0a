{{/* Kafka's client, as the application reads it from the environment. */}}
{{- define "vigil.kafkaEnvironment" -}}
{{- $kafka := .Values.kafka -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $kafka.bootstrapServers | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $kafka.securityProtocol }}
{{- with $kafka.sasl }}
{{- if .mechanism }}
- name: KAFKA_SASL_MECHANISM
  value: {{ .mechanism }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ required "kafka.sasl.secret is needed with kafka.sasl.mechanism" .secret }}
      key: {{ .key }}
{{- end }}
{{- end }}
{{- range $store := list "truststore" "keystore" }}
{{- with get $kafka $store }}
{{- if .secret }}
- name: KAFKA_SSL_{{ upper $store }}_TYPE
  value: PKCS12
- name: KAFKA_SSL_{{ upper $store }}_LOCATION
  value: /etc/vigil/kafka-{{ $store }}/{{ .file }}
- name: KAFKA_SSL_{{ upper $store }}_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .passwordKey }}
{{- end }}
{{- end }}
{{- end }}
- name: VIGIL_TOPICS_CREATE
  value: {{ and $kafka.topics.create (not $kafka.strimzi.enabled) | quote }}
- name: VIGIL_TOPICS_PARTITIONS
  value: {{ $kafka.topics.partitions | quote }}
- name: VIGIL_TOPICS_REPLICATION_FACTOR
  value: {{ $kafka.topics.replicationFactor | quote }}
- name: VIGIL_TOPICS_RETENTION
  value: P{{ $kafka.topics.retentionDays }}D
{{- end -}}

{{- define "vigil.databaseEnvironment" -}}
{{- $database := .Values.database -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ $database.jdbcUrl | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ $database.secret.name }}
      key: {{ $database.secret.usernameKey }}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $database.secret.name }}
      key: {{ $database.secret.passwordKey }}
- name: QUARKUS_DATASOURCE_JDBC_MAX_SIZE
  value: {{ $database.connections | quote }}
{{- if $database.ca.secret }}
- name: QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SSLROOTCERT
  value: /etc/vigil/database-ca/{{ $database.ca.key }}
{{- end }}
{{- end -}}

{{- define "vigil.signInEnvironment" -}}
- name: QUARKUS_OIDC_TENANT_ENABLED
  value: "true"
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ .url | quote }}
- name: QUARKUS_OIDC_CLIENT_ID
  value: {{ .clientId | quote }}
- name: QUARKUS_OIDC_CREDENTIALS_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{- define "vigil.accessEnvironment" -}}
{{- with .Values.access.provider -}}
- name: MP_JWT_VERIFY_PUBLICKEY_LOCATION
  value: {{ .jwksUrl | quote }}
- name: MP_JWT_VERIFY_ISSUER
  value: {{ .issuer | quote }}
- name: MP_JWT_VERIFY_AUDIENCES
  value: {{ .audience | quote }}
- name: SMALLRYE_JWT_PATH_GROUPS
  value: {{ .groupsPath | quote }}
- name: VIGIL_ACCESS_WARDS_CLAIM
  value: {{ .wardsClaim | quote }}
- name: VIGIL_ACCESS_DEVICE_CLAIM
  value: {{ .deviceClaim | quote }}
{{- end }}
{{- with .Values.access.quarantineKey }}
- name: VIGIL_QUARANTINE_KEY
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}
- name: VIGIL_ACCESS_SECURE_COOKIE
  value: {{ and .Values.ingress.enabled (ne .Values.ingress.tlsSecret "") | quote }}
{{- end -}}

{{/*
The environment of a pod, called with the role and the root. All variables of a role are here. The Job migrates the schema.
If this chart creates the database, there is none before the first installation; then the pods migrate it, one after the
other under Flyway's lock.
*/}}
{{- define "vigil.environment" -}}
{{- $root := .root -}}
- name: VIGIL_ROLES
  value: {{ .roles }}
- name: VIGIL_EMBEDDED
  value: "false"
- name: JAVA_TOOL_OPTIONS
  value: {{ printf "-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError %s" .javaOptions | trim | quote }}
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: {{ $root.Values.ingress.enabled | quote }}
- name: QUARKUS_MANAGEMENT_HOST
  value: 0.0.0.0
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
# Clients stay connected to a pod that was removed from its Service. The response to their next request disconnects them.
- name: QUARKUS_SHUTDOWN_DELAY
  value: {{ $root.Values.shutdown.part }}s
- name: QUARKUS_SHUTDOWN_TIMEOUT
  value: {{ $root.Values.shutdown.finish }}s
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: {{ .migrate | quote }}
- name: VIGIL_HOSPITAL_TIME_ZONE
  value: {{ $root.Values.hospital.timeZone }}
{{ include "vigil.kafkaEnvironment" $root }}
{{ include "vigil.databaseEnvironment" $root }}
{{ include "vigil.accessEnvironment" $root }}
{{- if and (eq .roles "serve") (not .job) $root.Values.access.provider.signIn.enabled }}
{{ include "vigil.signInEnvironment" $root.Values.access.provider.signIn }}
{{- end }}
{{- with $root.Values.tracing.endpoint }}
- name: VIGIL_TRACING_ENDPOINT
  value: {{ . | quote }}
- name: VIGIL_TRACING_SHARE
  value: {{ $root.Values.tracing.share | quote }}
{{- end }}
{{- range $name, $number := $root.Values.policy }}
- name: VIGIL_POLICY_{{ $name | upper | replace "-" "_" }}
  value: {{ $number | quote }}
{{- end }}
{{- if and $root.Values.settings (not .job) }}
- name: QUARKUS_CONFIG_LOCATIONS
  value: /etc/vigil/settings/vigil.properties
{{- end }}
{{- end -}}

{{/* The image's root is read-only; what is written goes to /tmp, and secrets with files are mounted. */}}
{{- define "vigil.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- range $store := list "truststore" "keystore" }}
{{- if (get $.Values.kafka $store).secret }}
- name: kafka-{{ $store }}
  mountPath: /etc/vigil/kafka-{{ $store }}
  readOnly: true
{{- end }}
{{- end }}
{{- if .Values.database.ca.secret }}
- name: database-ca
  mountPath: /etc/vigil/database-ca
  readOnly: true
{{- end }}
{{- end -}}

{{- define "vigil.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 128Mi
{{- range $store := list "truststore" "keystore" }}
{{- with get $.Values.kafka $store }}
{{- if .secret }}
- name: kafka-{{ $store }}
  secret:
    secretName: {{ .secret }}
    items:
      - {key: {{ .file }}, path: {{ .file }}}
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.database.ca }}
{{- if .secret }}
- name: database-ca
  secret:
    secretName: {{ .secret }}
    items:
      - {key: {{ .key }}, path: {{ .key }}}
{{- end }}
{{- end }}
{{- end -}}
