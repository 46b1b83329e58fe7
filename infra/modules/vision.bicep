metadata description = 'AI Vision reads the photos. S1: 20 calls a second; more by a support request.'

param name string
param location string
param tags object

resource vision 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  tags: tags
  kind: 'ComputerVision'
  sku: { name: 'S1' }
  properties: {
    // A token is accepted only under a name of its own.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

output id string = vision.id
output name string = vision.name
output endpoint string = vision.properties.endpoint
