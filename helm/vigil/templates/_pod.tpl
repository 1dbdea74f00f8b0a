{{/* A variable from a key of a Secret. */}}
{{- define "vigil.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end -}}

{{/*
The environment of a pod, called with the root, the role and the JVM's flags: the flags, which the JVM itself reads, and
secrets. All other settings are in the pod's configuration.
*/}}
{{- define "vigil.environment" -}}
- name: JAVA_TOOL_OPTIONS
  value: {{ printf "-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError %s" .javaOptions | trim | quote }}
{{- with .root.Values.kafka.sasl }}
{{- if .mechanism }}
{{- $secret := required "kafka.sasl.secret is needed with kafka.sasl.mechanism" .secret }}
{{ include "vigil.fromSecret" (list "KAFKA_SASL_JAAS_CONFIG" $secret .key) }}
{{- end }}
{{- end }}
{{- range $store := list "truststore" "keystore" }}
{{- with get $.root.Values.kafka $store }}
{{- if .secret }}
{{ include "vigil.fromSecret" (list (printf "KAFKA_SSL_%s_PASSWORD" (upper $store)) .secret .passwordKey) }}
{{- end }}
{{- end }}
{{- end }}
{{- with .root.Values.database.secret }}
{{ include "vigil.fromSecret" (list "QUARKUS_DATASOURCE_USERNAME" .name .usernameKey) }}
{{ include "vigil.fromSecret" (list "QUARKUS_DATASOURCE_PASSWORD" .name .passwordKey) }}
{{- end }}
{{- with .root.Values.access.quarantineKey }}
{{ include "vigil.fromSecret" (list "VIGIL_QUARANTINE_KEY" .secret .key) }}
{{- end }}
{{- with .root.Values.access.earlierQuarantineKeys }}
{{- if .secret }}
{{ include "vigil.fromSecret" (list "VIGIL_QUARANTINE_EARLIER_KEYS" .secret .key) }}
{{- end }}
{{- end }}
{{- if include "vigil.signsIn" . }}
{{- with .root.Values.access.provider.signIn }}
{{ include "vigil.fromSecret" (list "QUARKUS_OIDC_CREDENTIALS_SECRET" .secret .key) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* The image's root is read-only; what is written goes to /tmp. The configuration and secrets with files are mounted. */}}
{{- define "vigil.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
- name: configuration
  mountPath: /app/config
  readOnly: true
{{- if .root.Values.protocol.configMap }}
- name: protocol
  mountPath: /etc/vigil/protocol
  readOnly: true
{{- end }}
{{- if .root.Values.journey.configMap }}
- name: journey
  mountPath: /etc/vigil/journey
  readOnly: true
{{- end }}
{{- range $store := list "truststore" "keystore" }}
{{- if (get $.root.Values.kafka $store).secret }}
- name: kafka-{{ $store }}
  mountPath: /etc/vigil/kafka-{{ $store }}
  readOnly: true
{{- end }}
{{- end }}
{{- if .root.Values.database.ca.secret }}
- name: database-ca
  mountPath: /etc/vigil/database-ca
  readOnly: true
{{- end }}
{{- if .root.Values.ehr.secret }}
- name: ehr
  mountPath: /etc/vigil/ehr
  readOnly: true
{{- end }}
{{- if include "vigil.hl7Tls" . }}
- name: hl7-tls
  mountPath: /etc/vigil/hl7-tls
  readOnly: true
{{- end }}
{{- end -}}

{{- define "vigil.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 128Mi
- name: configuration
  configMap:
    name: {{ include "vigil.name" .root }}-{{ .role }}
{{- with .root.Values.protocol }}
{{- if .configMap }}
- name: protocol
  configMap:
    name: {{ .configMap }}
    items:
      - {key: {{ .file }}, path: {{ .file }}}
{{- end }}
{{- end }}
{{- with .root.Values.journey }}
{{- if .configMap }}
- name: journey
  configMap:
    name: {{ .configMap }}
    items:
      - {key: {{ .file }}, path: {{ .file }}}
{{- end }}
{{- end }}
{{- range $store := list "truststore" "keystore" }}
{{- with get $.root.Values.kafka $store }}
{{- if .secret }}
- name: kafka-{{ $store }}
  secret:
    secretName: {{ .secret }}
    items:
      - {key: {{ .file }}, path: {{ .file }}}
{{- end }}
{{- end }}
{{- end }}
{{- if .root.Values.ehr.secret }}
- name: ehr
  secret:
    secretName: {{ .root.Values.ehr.secret }}
{{- end }}
{{- if include "vigil.hl7Tls" . }}
{{- with .root.Values.hl7.tls }}
- name: hl7-tls
  secret:
    secretName: {{ .secret }}
    items:
      - {key: {{ .certificate }}, path: {{ .certificate }}}
      - {key: {{ .key }}, path: {{ .key }}}
      - {key: {{ .authority }}, path: {{ .authority }}}
{{- end }}
{{- end }}
{{- with .root.Values.database.ca }}
{{- if .secret }}
- name: database-ca
  secret:
    secretName: {{ .secret }}
    items:
      - {key: {{ .key }}, path: {{ .key }}}
{{- end }}
{{- end }}
{{- end -}}
