metadata description = 'Who acts on a decision. Event Grid asks whether a function exists, so this comes after the code.'

param topicName string
param functionAppId string
param photoAccountId string
param deadLetterContainer string

var subscribers = [
  { name: 'save-plate', eventType: 'TollBooth.PlateAccepted', functionName: 'savePlate' }
  { name: 'queue-for-review', eventType: 'TollBooth.ReviewRequired', functionName: 'queueForReview' }
  { name: 'close-passage', eventType: 'TollBooth.PassageClosed', functionName: 'closePassage' }
]

resource topic 'Microsoft.EventGrid/topics@2025-02-15' existing = {
  name: topicName
}

// One after the other: Event Grid answers 409 to a topic whose subscriptions change at the same time.
@batchSize(1)
resource subscriptions 'Microsoft.EventGrid/topics/eventSubscriptions@2025-02-15' = [
  for subscriber in subscribers: {
    parent: topic
    name: subscriber.name
    properties: {
      eventDeliverySchema: 'CloudEventSchemaV1_0'
      filter: {
        includedEventTypes: [subscriber.eventType]
      }
      destination: {
        endpointType: 'AzureFunction'
        properties: {
          resourceId: '${functionAppId}/functions/${subscriber.functionName}'
          maxEventsPerBatch: 1
        }
      }
      deadLetterWithResourceIdentity: {
        identity: { type: 'SystemAssigned' }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: {
            resourceId: photoAccountId
            blobContainerName: deadLetterContainer
          }
        }
      }
      retryPolicy: {
        maxDeliveryAttempts: 30
        eventTimeToLiveInMinutes: 1440
      }
    }
  }
]
