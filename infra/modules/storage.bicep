metadata description = 'Two accounts: photos and exports, which are the business\'s, and the functions host\'s own.'

param photoAccountName string
param hostAccountName string
param location string
param tags object

@description('Days a photo is kept.')
param photoRetentionDays int

@description('Days the usage pipeline\'s raw reports and day files are kept after their last change.')
param usageRetentionDays int

var photosContainer = 'photos'
var exportsContainer = 'exports'
var deadLetterContainer = 'deadletters'
var photoQueue = 'photo-uploads'
var pricesContainer = 'pricesheets'
// Who may read what, the chargeback rules and saved views.
var financeContainer = 'usagefinance'
// The usage pipeline's raw reports; beside them days of reports, what is done, what failed, what finance fetches.
var usageContainer = 'newdailyusage'
var usageFetchQueue = 'usage-fetches'
var usageReportQueue = 'usage-reports'
var usageDayQueue = 'usage-days'
var packageContainer = 'app-package'
var releasesContainer = 'releases'

resource photoAccount 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: photoAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      deleteRetentionPolicy: { enabled: true, days: 14 }
      containerDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource containers 'containers' = [
      for container in [photosContainer, exportsContainer, deadLetterContainer, pricesContainer, financeContainer, usageContainer, 'newdailysplit', 'processedusage', 'errors', 'usagereports']: {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource waiting 'queues' = [
      for queue in [photoQueue, '${photoQueue}-poison']: {
        name: queue
      }
    ]

    resource usage 'queues' = [
      for queue in [usageFetchQueue, usageReportQueue, usageDayQueue]: {
        name: queue
      }
    ]

    resource usagePoison 'queues' = [
      for queue in [usageFetchQueue, usageReportQueue, usageDayQueue]: {
        name: '${queue}-poison'
      }
    ]
  }

  // Exports and dead letters are never deleted by a rule: billing's files are records, a dead letter is a photo not yet accounted for.
  // Nor are errors and usagereports: what stands in errors waits for a person, and finance's reports are records.
  // newdailyusage has no rule: a report lies there only until it is split, and an unsplit one is not yet accounted for.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: [
          {
            name: 'delete-old-photos'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['${photosContainer}/']
              }
              actions: {
                baseBlob: {
                  delete: { daysAfterCreationGreaterThan: photoRetentionDays }
                }
              }
            }
          }
          // A redrive reads the raw report and a reapplied day its day file, so neither goes while its month may still be mended.
          // Counted from the last change: a day file is replaced by each report of its month, the name stays.
          {
            name: 'delete-old-usage'
            enabled: true
            type: 'Lifecycle'
            definition: {
              filters: {
                blobTypes: ['blockBlob']
                prefixMatch: ['processedusage/', 'newdailysplit/']
              }
              actions: {
                baseBlob: {
                  delete: { daysAfterModificationGreaterThan: usageRetentionDays }
                }
              }
            }
          }
        ]
      }
    }
  }
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: hostAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'

    // app-package is what the platform runs; releases keeps each package by commit, to roll back to.
    resource containers 'containers' = [
      for container in [packageContainer, releasesContainer]: {
        name: container
        properties: { publicAccess: 'None' }
      }
    ]
  }
}

output photoAccountId string = photoAccount.id
output photoAccountName string = photoAccount.name
output photoBlobUri string = photoAccount.properties.primaryEndpoints.blob
output photoQueueUri string = photoAccount.properties.primaryEndpoints.queue
output photosContainer string = photosContainer
output deadLetterContainer string = deadLetterContainer
output photoQueueName string = photoQueue
output usageContainer string = usageContainer
output usageQueueName string = usageReportQueue
output hostAccountName string = hostAccount.name
output packageContainerUri string = '${hostAccount.properties.primaryEndpoints.blob}${packageContainer}'
