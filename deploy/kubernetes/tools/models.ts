/** The custom resources for which there is no Java model, as the projects that own them describe them. */
import type { IObjectMeta } from "@kubernetes-models/apimachinery/apis/meta/v1/ObjectMeta";
import type { IBarmanObjectStoreConfiguration } from "@kubernetes-models/cloudnative-pg/github.com/cloudnative-pg/barman-cloud/pkg/api/BarmanObjectStoreConfiguration";
import type { ICluster } from "@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/Cluster";
import type { IDatabase } from "@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/Database";
import type { IScheduledBackup } from "@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1/ScheduledBackup";
import type { IExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import type { ISecretStore } from "@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore";
import type { IPodMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor";
import type { IPrometheusRule } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule";

/** Of the Barman Cloud plugin, whose own types nobody publishes; what it is about is a type of CloudNativePG. */
interface IObjectStore {
  apiVersion: "barmancloud.cnpg.io/v1";
  kind: "ObjectStore";
  metadata: IObjectMeta;
  spec: {
    configuration: Omit<IBarmanObjectStoreConfiguration, "serverName">;
    retentionPolicy?: `${number}${"d" | "w" | "m"}`;
  };
}

export interface Models {
  "postgresql.cnpg.io/v1 Cluster": ICluster;
  "postgresql.cnpg.io/v1 Database": IDatabase;
  "postgresql.cnpg.io/v1 ScheduledBackup": IScheduledBackup;
  "barmancloud.cnpg.io/v1 ObjectStore": IObjectStore;
  "external-secrets.io/v1 ExternalSecret": IExternalSecret;
  "external-secrets.io/v1 SecretStore": ISecretStore;
  "monitoring.coreos.com/v1 PodMonitor": IPodMonitor;
  "monitoring.coreos.com/v1 PrometheusRule": IPrometheusRule;
}
