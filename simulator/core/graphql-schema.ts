import { createRequire } from 'node:module';
import type { GraphQLSchema } from 'graphql';

const require = createRequire(import.meta.url);

/** The library of GraphQL, read when the first query comes: most worlds are asked none, and it is a hundred files. */
export const library = (): typeof import('graphql') => require('graphql');

let built: GraphQLSchema | undefined;

/** As much of GitHub's public schema as a state store needs, with its types and nullability. https://docs.github.com/graphql */
export function schema(): GraphQLSchema {
  built ??= library().buildSchema(TEXT);
  return built;
}

const TEXT = `
  scalar Base64String
  scalar DateTime
  scalar GitObjectID
  scalar URI

  type Query {
    viewer: User!
    repository(owner: String!, name: String!, followRenames: Boolean = true): Repository
  }
  type User { login: String! }
  type Repository {
    id: ID!
    databaseId: Int
    name: String!
    nameWithOwner: String!
    isPrivate: Boolean!
    isArchived: Boolean!
    url: URI!
    defaultBranchRef: Ref
    ref(qualifiedName: String!): Ref
    object(oid: GitObjectID, expression: String): GitObject
    refs(refPrefix: String!, first: Int, after: String, query: String, orderBy: RefOrder): RefConnection
  }
  input RefOrder { field: RefOrderField! direction: OrderDirection! }
  enum RefOrderField { TAG_COMMIT_DATE ALPHABETICAL }
  enum OrderDirection { ASC DESC }
  type RefConnection { totalCount: Int! nodes: [Ref] }
  type Ref { id: ID! name: String! prefix: String! target: GitObject }
  interface GitObject { oid: GitObjectID! }
  type Commit implements GitObject {
    id: ID!
    oid: GitObjectID!
    url: URI!
    message: String!
    committedDate: DateTime!
    tree: Tree!
  }
  type Tag implements GitObject { oid: GitObjectID! name: String! target: GitObject! }
  type Tree implements GitObject { oid: GitObjectID! entries: [TreeEntry!] }
  type TreeEntry { name: String! type: String! oid: GitObjectID! object: GitObject }
  type Blob implements GitObject {
    oid: GitObjectID!
    text: String
    byteSize: Int!
    isBinary: Boolean
    isTruncated: Boolean!
  }

  type Mutation { createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommitOnBranchPayload }
  input CreateCommitOnBranchInput {
    clientMutationId: String
    branch: CommittableBranch!
    message: CommitMessage!
    fileChanges: FileChanges
    expectedHeadOid: GitObjectID!
  }
  input CommittableBranch { id: ID repositoryNameWithOwner: String branchName: String }
  input CommitMessage { headline: String! body: String = "" }
  input FileChanges { additions: [FileAddition!] = [] deletions: [FileDeletion!] = [] }
  input FileAddition { path: String! contents: Base64String! }
  input FileDeletion { path: String! }
  type CreateCommitOnBranchPayload { clientMutationId: String commit: Commit ref: Ref }
`;
