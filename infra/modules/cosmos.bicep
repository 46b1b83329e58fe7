metadata description = 'Passages with their reviews, the billing ledger and where its export stands. Only what is queried is indexed; every index entry makes a write dearer.'

param name string
param location string
param tags object

@description('Bill each request unit; false: scale by itself up to maxThroughput.')
param serverless bool

@description('Request units a second, for the database as a whole.')
param maxThroughput int

var databaseName = 'tollbooth'
// Names, keys and queries are those of the package com.contoso.tollbooth.azure.cosmos; its documentation says why.
var containers = [
  {
    name: 'passages'
    partitionKey: '/id'
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [
        { path: '/state/?' }
        { path: '/arrival/?' }
        // Reviews, oldest first.
        { path: '/waiting/?' }
        // Billable passages not yet in the ledger, or not yet exported: few among millions.
        { path: '/entered/?' }
        { path: '/recordedAt/?' }
      ]
      excludedPaths: [{ path: '/*' }]
      compositeIndexes: [
        [
          { path: '/state', order: 'ascending' }
          { path: '/arrival', order: 'descending' }
        ]
      ]
    }
  }
  {
    name: 'ledger'
    partitionKey: '/slot'
    // An export reads whole slots. A partition key is indexed only if named; without it each slot costs a scan of all of them.
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [{ path: '/slot/?' }]
      excludedPaths: [{ path: '/*' }]
    }
  }
  {
    name: 'exports'
    partitionKey: '/id'
    // Read by id only.
    indexingPolicy: {
      indexingMode: 'none'
      automatic: false
    }
  }
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    capabilities: serverless ? [{ name: 'EnableServerless' }] : []
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: 'Continuous7Days' }
    }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: 'Enabled'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
    options: serverless ? {} : { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

resource collections 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for container in containers: {
    parent: database
    name: container.name
    properties: {
      resource: {
        id: container.name
        partitionKey: { kind: 'Hash', version: 2, paths: [container.partitionKey] }
        indexingPolicy: container.indexingPolicy
      }
    }
  }
]

output name string = account.name
output endpoint string = account.properties.documentEndpoint
output databaseName string = database.name
