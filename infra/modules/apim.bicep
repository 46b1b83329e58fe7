metadata description = 'The gateway, without APIs: it exists before the functions, which tell people its address.'

param name string
param location string
param tags object
param publisherName string
param publisherEmail string

var protocols = 'Microsoft.WindowsAzure.ApiManagement.Gateway.Security'

resource service 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Consumption', capacity: 0 }
  identity: { type: 'SystemAssigned' }
  properties: {
    publisherName: publisherName
    publisherEmail: publisherEmail
    // TLS 1.2 or newer, towards callers and towards the functions. Consumption never speaks SSL 3 to callers and refuses that setting.
    customProperties: {
      '${protocols}.Protocols.Tls10': 'False'
      '${protocols}.Protocols.Tls11': 'False'
      '${protocols}.Backend.Protocols.Tls10': 'False'
      '${protocols}.Backend.Protocols.Tls11': 'False'
      '${protocols}.Backend.Protocols.Ssl30': 'False'
    }
  }
}

output name string = service.name
output gatewayUrl string = service.properties.gatewayUrl
output principalId string = service.identity.principalId
