import type { Registered, Service } from '../service.ts';

/**
 * A place where services are registered. Every method rejects with a RegistryProblem that says whether a write may have
 * happened all the same; only reads are repeated by the adapter itself.
 */
export interface ServiceRegistry {
  /** The service as this registry is able to hold it. */
  represent(service: Service): Service;
  /** The service of that name, or undefined where the registry says that it has none. */
  read(name: string): Promise<Registered | undefined>;
  /** Creates the service, or brings the one that was read to this form. */
  upsert(service: Service, previous: Registered | undefined): Promise<Receipt>;
  setStatus(change: StatusChange): Promise<Receipt>;
  /** Removes the service; one that is not there is no fault. */
  remove(name: string): Promise<Receipt>;
  list(): Promise<readonly Registered[]>;
  /** The discovery document, whole and as it was served. */
  discover(): Promise<unknown>;
  /** Makes the registry rebuild its discovery document. */
  refresh(): Promise<void>;
}

export interface Receipt {
  /** Where the change waits for a person (a pull request); it is not in force before. */
  readonly pending?: string;
}

export interface StatusChange {
  readonly name: string;
  readonly status: string;
  /** ISO 8601: when the running version was deployed. */
  readonly lastDeployed: string;
}
