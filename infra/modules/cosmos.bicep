metadata description = 'Passages with their reviews, the billing ledger and where its export stands; enrollments, the job log and the ledger of cloud usage. Only what is queried is indexed; every index entry makes a write dearer.'

param name string
param location string
param tags object

@description('Bill each request unit; false: scale by itself up to maxThroughput.')
param serverless bool

@description('Request units a second, for the database as a whole.')
param maxThroughput int

@description('Regions with a read-only copy, nearest first; none when serverless, which has one region.')
param readRegions array

var databaseName = 'tollbooth'
// Names, keys and queries are those of the packages com.contoso.tollbooth.azure.cosmos and .usage; their documentation says why.
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
  {
    name: 'Enrollments'
    partitionKey: '/enrollmentNumber'
    // Few, read by number or all.
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [{ path: '/enrollmentNumber/?' }]
      excludedPaths: [{ path: '/*' }]
    }
  }
  {
    name: 'JobLog'
    partitionKey: '/fetch'
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [
        { path: '/fetch/?' }
        { path: '/enrollment/?' }
        { path: '/run/?' }
        { path: '/step/?' }
        { path: '/sequence/?' }
        // Claims at work: few, whatever the age of the log.
        { path: '/unended/?' }
      ]
      excludedPaths: [{ path: '/*' }]
    }
  }
  {
    name: 'DetailedUsageData'
    partitionKey: '/partition'
    indexingPolicy: {
      indexingMode: 'consistent'
      automatic: true
      includedPaths: [
        { path: '/partition/?' }
        { path: '/id/?' }
        { path: '/generation/?' }
        // What a page of lines is filtered by.
        { path: '/dimensions/costCenter/?' }
        { path: '/dimensions/department/?' }
        { path: '/dimensions/resourceGroup/?' }
        { path: '/dimensions/service/?' }
        { path: '/dimensions/basis/?' }
      ]
      excludedPaths: [{ path: '/*' }]
    }
  }
]
var regions = concat([location], readRegions)

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    // Written in the first; the others are copies, and take over in this order.
    locations: map(range(0, length(regions)), order => { locationName: regions[order], failoverPriority: order, isZoneRedundant: false })
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
