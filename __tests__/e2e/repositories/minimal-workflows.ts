/** The least that a package's repository needs to be released in a train. */
export const minimalRelease = `name: Release
run-name: Release \${{ inputs.version }} [\${{ inputs.nonce }}]
on:
  workflow_dispatch:
    inputs:
      version: { type: string, required: true }
      dependency_versions: { type: string }
      nonce: { type: string }
permissions: {}
jobs:
  release:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-node@v6
        with: { node-version: 24, registry-url: the default }
      - uses: org/release-actions/update-dependencies@v1
        with:
          versions: \${{ inputs.dependency_versions }}
      - run: npm version "$VERSION" --no-git-tag-version
        env: { VERSION: "\${{ inputs.version }}" }
      - run: npm install && npm test
      - run: npm publish
`;

/** The root action in a workflow of one job. */
export const minimalTrain = `name: Train
on:
  workflow_dispatch:
    inputs:
      release-type: { type: string, default: patch }
permissions: {}
jobs:
  train:
    runs-on: ubuntu-latest
    permissions:
      contents: write
    steps:
      - uses: actions/checkout@v6
      - id: train
        uses: org/release-actions@v1
        with:
          release-type: \${{ inputs.release-type }}
          token: \${{ secrets.MY_ORG_TOKEN }}
      - run: echo "Released $RELEASED"
        env: { RELEASED: "\${{ steps.train.outputs.released }}" }
`;
